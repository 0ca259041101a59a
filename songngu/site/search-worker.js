// Material's search worker, taught to forgive: beside every token that has marks the index gets the
// same token without them (đ too), at the same place, so that the accented original is highlighted.
importScripts("material.js");

(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  const beside = (token) => {
    const plain = fold(token.toString());
    return plain === token.toString() ? token : [token, token.clone(() => plain)];
  };
  lunr.Pipeline.registerFunction(beside, "beside");
  // The worker asks for the reference field when its pipeline is set and before a page is added.
  const { ref } = lunr.Builder.prototype;
  lunr.Builder.prototype.ref = function (name) {
    this.pipeline.add(beside);
    ref.call(this, name);
  };
})();
