package org.foramen.content.phrases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts text into words without case, accents and apostrophes; messages and phrases are cut alike. */
final class WordReader extends Analyzer {

    private static final Pattern GLUED = Pattern.compile("[.:_](?<=\\p{L}.)(?=\\p{L}{2})");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x00]");

    private static final Pattern APOSTROPHES = Pattern.compile("['`]");

    /** Letters in fancy alphabets and split accents become plain ones, invisible characters go, glued words part. */
    static String plain(String text) {
        String letters = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        return GLUED.matcher(letters).replaceAll("$0 ");
    }

    List<Word> words(String plain) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = tokenStream("message", plain)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            int end = 0;
            while (tokens.incrementToken()) {
                Boundary before =
                        words.isEmpty() ? Boundary.SENTENCE : Boundary.in(plain.subSequence(end, offset.startOffset()));
                words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset(), before));
                end = offset.endOffset();
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string in memory could not be read", impossible);
        }
        return words;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        TokenStream words = new EnglishPossessiveFilter(new LowerCaseFilter(tokenizer));
        words = new PatternReplaceFilter(new ASCIIFoldingFilter(words), APOSTROPHES, "", true);
        return new TokenStreamComponents(tokenizer, words);
    }
}
