import assert from 'node:assert/strict';
import { writeProgram } from '../../../src/code';
import { textOf } from '../../../src/code/program';
import { defaultsFor, POINT_DATA } from '../../../src/shared/domain/hyperparameters';
import { allPairs } from './combinations';
import { pythonThatCan, runPython } from './python';

const PARSE = `
import ast, json, sys
problems = []
for text in json.load(sys.stdin):
    try:
        ast.parse(text)
    except SyntaxError as error:
        problems.append(f"{error}\\n{text}")
json.dump(problems, sys.stdout)
`;

describe('The program in PyTorch', () => {
  it('is Python, whatever the hyperparameters are', function () {
    const python = pythonThatCan('pass');
    if (python === undefined) {
      this.skip();
    }
    const combinations = [...allPairs(), ...POINT_DATA.map(defaultsFor)];
    const texts = combinations.map((h) => textOf(writeProgram('pytorch', h)));
    assert.deepEqual(runPython(python, PARSE, texts), []);
  });
});
