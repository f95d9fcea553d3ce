// Stands in for @vscode/native-watchdog, a native module that would have to be compiled: an extension host leaves when
// the process that started it is gone. Copied into the server by serverInstallation.ts.
const secondsBetweenLooks = 1;
const exitCodeOfAnOrphan = 87;

exports.start = (parent) => {
  const look = () => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(exitCodeOfAnOrphan);
    }
  };
  setInterval(look, secondsBetweenLooks * 1000).unref();
};
