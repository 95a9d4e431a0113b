package id.alur.helpdesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes a text apart into the stems of its words, so that "menyinkronkan" and "disinkronkan" are one. Goes beyond Lucene's
 * own {@link IndonesianAnalyzer}, which leaves "-asi" and "-isasi" at the loanwords of this field: "sinkronisasi".
 */
final class IndonesianWords extends Analyzer {

  static final IndonesianWords ANALYZER = new IndonesianWords();

  private static final Pattern LOANED_SUFFIX = Pattern.compile("(?<=\\p{L}{5})(is)?asi$");

  private IndonesianWords() {}

  /** The stems of a text, each once, in the order in which they come; nothing of words such as "dan" and "tidak". */
  static Set<String> stemsOf(String text) {
    Set<String> stems = new LinkedHashSet<>();
    try (TokenStream words = ANALYZER.tokenStream(null, text)) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        stems.add(word.toString());
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stems;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream meaningful = new StopFilter(new LowerCaseFilter(words), IndonesianAnalyzer.getDefaultStopSet());
    return new TokenStreamComponents(words,
        new PatternReplaceFilter(new IndonesianStemFilter(meaningful), LOANED_SUFFIX, "", false));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream text) {
    return new LowerCaseFilter(text);
  }
}
