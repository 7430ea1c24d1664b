import { formatCount } from '../../../exports/format.ts'
import type { EmotionWords } from '../../../journey/methods/emotion.ts'

const special: Readonly<Record<string, string>> = { und: 'could not be told', zxx: 'no words' }
const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** What was scored and what was not, by language, and how far the scoring can be trusted. */
export function WordsPanel({ words }: { readonly words: EmotionWords }) {
  if (words.texts === 0) return null
  return (
    <section className="emotion-halves" aria-label="About the words">
      <Languages words={words} />
      <Measured words={words} />
    </section>
  )
}

function Languages({ words }: { readonly words: EmotionWords }) {
  return (
    <div>
      <h2>Texts by language</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Language</th>
            <th scope="col" className="end">
              Texts
            </th>
            <th scope="col" className="end">
              Scored
            </th>
            <th scope="col" className="end">
              Not scored
            </th>
          </tr>
        </thead>
        <tbody>
          {words.languages.map(({ language, texts, scored }) => (
            <tr key={language}>
              <th scope="row">{special[language] ?? names.of(language) ?? language}</th>
              <td className="end numeric">{formatCount(texts)}</td>
              <td className="end numeric">{formatCount(scored)}</td>
              <td className="end numeric">{formatCount(texts - scored)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Measured({ words }: { readonly words: EmotionWords }) {
  return (
    <div>
      <h2>How far to rely on the {words.method}</h2>
      <p className="small soft">Checked against people, on English texts that it had not learnt from.</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Texts</th>
            <th scope="col" className="end">
              How many
            </th>
            <th scope="col" className="end">
              Agreement
            </th>
          </tr>
        </thead>
        <tbody>
          {words.measured.map(({ set, texts, measure, figure }) => (
            <tr key={set}>
              <th scope="row">{set}</th>
              <td className="end numeric">{formatCount(texts)}</td>
              <td className="end numeric">{measure === 'r' ? `r ${figure.toFixed(2)}` : `${Math.round(100 * figure)} % right`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
