// Stands in for argon2, which code-server up to 4.100 has to compile: it hashes passwords, and the server that the tests
// start asks for none. Copied by serverInstallation.ts.
const refuse = () => {
  throw new Error('No password is asked for here.');
};

exports.hash = refuse;
exports.verify = refuse;
