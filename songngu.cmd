@echo off
rem Songngu on Windows: finds Python 3.11 or newer and runs build.py, from this file's own folder.
rem Double-clicked, or without arguments: runs "build.py check".
setlocal DisableDelayedExpansion
pushd "%~dp0"

rem Running code tells a real Python from the Microsoft Store's stub, which only ends with an error.
set "test=import sys; sys.exit(sys.version_info < (3, 11))"
set "python=py -3"
%python% -c "%test%" >nul 2>nul
if %errorlevel% equ 0 goto found
set "python=python"
%python% -c "%test%" >nul 2>nul
if not %errorlevel% equ 0 goto nopython

:found
if "%~1"=="" goto check
%python% build.py %*
set "code=%errorlevel%"
goto end

:check
%python% build.py check
set "code=%errorlevel%"

:end
popd
rem A window that a double-click opened would close before anyone has read it.
set "line=%cmdcmdline:"=%"
set "rest=%line:songngu.cmd=%"
if "%~1"=="" if not "%line%"=="%rest%" pause
exit /b %code%

:nopython
set "code=5"
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
chcp 65001 >nul
echo.
echo Máy này chưa có Python 3.11 trở lên.
echo   1. Tải Python tại https://www.python.org/downloads/
echo   2. Khi cài, nhớ đánh dấu ô "Add python.exe to PATH".
echo   3. Mở lại tệp songngu.cmd.
echo.
echo This computer has no Python 3.11 or newer.
echo   1. Get Python at https://www.python.org/downloads/
echo   2. While installing, tick "Add python.exe to PATH".
echo   3. Open songngu.cmd again.
echo.
if defined page chcp %page% >nul
goto end
