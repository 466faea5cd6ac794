'use strict';
// Compiles and lints `.ets` files: node lint.js FILE.. prints a line for each finding, and ends with 1 if one is an error.
// NODE_PATH is where `package.json` is installed. A module `lib<name>.so` is looked for as ohpm installs it: in `oh_modules`.
const path = require('node:path');
const ts = require('ohos-typescript');

const options = {
  target: ts.ScriptTarget.ES2021,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.NodeJs,
  lib: ['lib.es2021.d.ts'],
  strict: true,
  noEmit: true,
  experimentalDecorators: true,
  etsAnnotationsEnable: true,
  packageManagerType: 'ohpm',
  ets: {
    render: { method: ['build'], decorator: ['Builder'] },
    components: ['Button', 'Column', 'Text'],
    libs: [],
    extend: { decorator: [], components: [] },
    styles: { decorator: 'Styles', component: { name: 'Common', type: 'T', instance: 'I' }, property: 'stateStyles' },
    syntax: { paramsUICallback: [], attrUICallback: [] },
    emitDecorators: [],
    propertyDecorators: [],
    concurrent: { decorator: 'Concurrent' },
    customComponent: 'CustomComponent',
  },
};
const rootNames = [path.join(__dirname, 'arkui.d.ts'), ...process.argv.slice(2)].map((file) => path.resolve(file));
const host = ts.createIncrementalCompilerHost(options);
const program = ts.createIncrementalProgramForArkTs({ rootNames, options, host });
const findings = [
  ...ts.getPreEmitDiagnostics(program.getProgram()),
  ...ts.ArkTSLinter_1_1.runArkTSLinter(program, undefined, undefined, 'ArkTS_1_1'),
];
for (const { category, file, start, messageText } of findings) {
  const line = file ? `${path.basename(file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}: ` : '';
  console.log(`${ts.DiagnosticCategory[category]}: ${line}${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}
process.exitCode = findings.some(({ category }) => category === ts.DiagnosticCategory.Error) ? 1 : 0;
