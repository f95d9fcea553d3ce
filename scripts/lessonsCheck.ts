// Looks for faults in the lessons of the course:
//   npm run lessons:check
// What the parser finds, links and pictures that lead nowhere, languages that differ in more than their words, text
// that is shown with its marks, what every lesson of the course has and one has not, worn-out words, texts that are too
// long for their card, their lesson or its minutes, a list of lessons or a JSON Schema that is not up to date. And it
// prints how much there is to read and to do in each lesson.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkCourse } from './lessons/checkCourse';
import { JSON_SCHEMA_FILE, lessonJsonSchema } from './lessons/jsonSchema';
import { lengthOf, tooLong } from './lessons/lengths';
import { readCourse } from './lessons/readCourse';
import { missingTeaching } from './lessons/teaching';
import { wornOutIn } from './lessons/wording';

const [root = 'lessons'] = process.argv.slice(2);
const course = await readCourse(path.resolve(root));
const problems = [
  ...checkCourse(course),
  ...course.files.flatMap(({ language, name, parsed }) =>
    parsed.lesson
      ? [
          ...missingTeaching(parsed.lesson, language),
          ...wornOutIn(parsed.lesson),
          ...tooLong(parsed.lesson),
        ].map((problem) => `${language}/${name}: ${problem}`)
      : [],
  ),
];
if ((await readFile(JSON_SCHEMA_FILE, 'utf8')) !== lessonJsonSchema()) {
  problems.push(`${JSON_SCHEMA_FILE} is not up to date: npm run lessons:schema`);
}
for (const { language, parsed } of course.files) {
  if (parsed.lesson) {
    const { words, longestCard, minutes, tasks } = lengthOf(parsed.lesson);
    console.log(
      `${language} ${parsed.lesson.number}: ${words} words in view, longest card ${longestCard.words} (${longestCard.id}), ` +
        `${tasks} tasks, ${parsed.lesson.minutes} minutes promised, about ${Math.round(minutes)} computed`,
    );
  }
}
for (const problem of problems) {
  console.error(problem);
}
console.log(`${course.files.length} lessons, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
