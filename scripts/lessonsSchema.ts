// Writes the JSON Schema of lessons into lessons/lesson.schema.json:
//   npm run lessons:schema
import { writeFile } from 'node:fs/promises';
import { JSON_SCHEMA_FILE, lessonJsonSchema } from './lessons/jsonSchema';

await writeFile(JSON_SCHEMA_FILE, lessonJsonSchema());
