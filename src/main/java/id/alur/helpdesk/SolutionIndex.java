package id.alur.helpdesk;

import id.alur.helpdesk.Solutions.Extent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The words of solutions, in memory. Ranks by BM25 over the stems; a word of the problem weighs more than one of the
 * solution, the newer of two equals comes first. What people type is words, never the syntax of a query.
 */
final class SolutionIndex {

  private static final String NUMBER = "number";
  private static final String UNIT = "unit";
  private static final String PROBLEM = "problem";
  private static final String SOLUTION = "solution";
  private static final String AS_WRITTEN = "asWritten";

  private static final float WEIGHT_OF_PROBLEM = 2;
  private static final float WEIGHT_OF_BEGINNING = 0.1f;
  private static final Pattern UNFINISHED_WORD = Pattern.compile("\\S{3,}$");
  /** A word that is in the problem and in the solution counts a little more than one that is in the problem alone. */
  private static final float TIE_BREAKER = 0.1f;
  /** Of the words of a query, one in so many has to be there. */
  private static final int ONE_IN = 3;
  private static final Sort BEST_THEN_NEWEST =
      new Sort(SortField.FIELD_SCORE, new SortField(NUMBER, SortField.Type.LONG, true));

  private final Analyzer analyzer =
      new PerFieldAnalyzerWrapper(IndonesianWords.ANALYZER, Map.of(AS_WRITTEN, new StandardAnalyzer()));
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile Extent extent = new Extent(0, 0);

  SolutionIndex() {
    try {
      writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
      searchers = new SearcherManager(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it holds. */
  Extent extent() {
    return extent;
  }

  /** Takes these up, each higher than all before. */
  void add(List<Solution> solutions) {
    try {
      for (Solution solution : solutions) {
        writer.addDocument(document(solution));
        extent = new Extent(extent.size() + 1, solution.number());
      }
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets everything. */
  void clear() {
    try {
      writer.deleteAll();
      extent = new Extent(0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Numbers of solutions of these units that fit {@code words}, the best first.
   *
   * @param words few: each becomes a part of the query
   */
  List<Long> find(String words, ReadableUnits units, int most) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        ScoreDoc[] found = searcher.search(query(words, units), most, BEST_THEN_NEWEST).scoreDocs;
        return Arrays.stream(found).map(one -> (Long) ((FieldDoc) one).fields[1]).toList();
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Solution solution) {
    Document document = new Document();
    document.add(new NumericDocValuesField(NUMBER, solution.number()));
    document.add(new StringField(UNIT, solution.unit(), Store.NO));
    document.add(new TextField(PROBLEM, solution.problem(), Store.NO));
    document.add(new TextField(SOLUTION, solution.solution(), Store.NO));
    document.add(new TextField(AS_WRITTEN, solution.problem() + "\n" + solution.solution(), Store.NO));
    return document;
  }

  private static Query query(String words, ReadableUnits units) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(anyOf(words), Occur.MUST);
    if (!units.all()) {
      query.add(new TermInSetQuery(UNIT, units.codes().stream().map(BytesRef::new).toList()), Occur.FILTER);
    }
    return query.build();
  }

  private static Query anyOf(String words) {
    Matcher unfinished = UNFINISHED_WORD.matcher(words);
    boolean isUnfinished = unfinished.find();
    List<Query> anyOf = new ArrayList<>();
    IndonesianWords.stemsOf(isUnfinished ? words.substring(0, unfinished.start()) : words)
        .forEach(stem -> anyOf.add(best(withStem(stem))));
    if (isUnfinished) {
      anyOf.add(best(withBeginning(unfinished.group())));
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    anyOf.forEach(word -> query.add(word, Occur.SHOULD));
    return query.setMinimumNumberShouldMatch(Math.max(1, anyOf.size() / ONE_IN)).build();
  }

  private static List<Query> withStem(String stem) {
    return List.of(new BoostQuery(new TermQuery(new Term(PROBLEM, stem)), WEIGHT_OF_PROBLEM),
        new TermQuery(new Term(SOLUTION, stem)));
  }

  /** The last word may not be typed to its end. */
  private static List<Query> withBeginning(String word) {
    List<Query> either = new ArrayList<>();
    IndonesianWords.stemsOf(word).forEach(stem -> either.addAll(withStem(stem)));
    Query beginning = new PrefixQuery(new Term(AS_WRITTEN, word.toLowerCase(Locale.ROOT)));
    either.add(new BoostQuery(beginning, WEIGHT_OF_BEGINNING));
    return either;
  }

  private static Query best(List<Query> either) {
    return new DisjunctionMaxQuery(either, TIE_BREAKER);
  }
}
