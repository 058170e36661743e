// Plain JavaScript that any Node reads, so that an old one is told what is missing, and so that the compile cache is on before the first
// TypeScript file is read: stripping types and compiling is a fifth of a short run.
import module from 'node:module';

const NEEDED = 26;
const { version } = process;
if (Number.parseInt(version.slice(1), 10) < NEEDED) {
  process.stderr.write(
    `desk: Node ${version} is too old: ${NEEDED} or newer is needed. The project brings its own: npm run -s desk -- …, npm start\n` +
      `Node ${version} 太旧，需要 ${NEEDED} 或更新的版本。项目自带：npm run -s desk -- …，npm start\n`,
  );
  process.exit(2);
}
module.enableCompileCache();
