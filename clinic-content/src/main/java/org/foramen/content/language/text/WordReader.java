package org.foramen.content.language.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts text into words without case, accents and apostrophes; messages and phrases are cut alike. */
public final class WordReader extends Analyzer {

    private static final Pattern APOSTROPHE = Pattern.compile("[`´′ʼ]");

    /** More marks on a letter than any language has: putting them in order takes the square of their number. */
    private static final Pattern HEAP = Pattern.compile("(\\p{M}{8})\\p{M}+");

    private static final Pattern GLUED =
            Pattern.compile("[.:_](?<=\\p{L}.)(?=\\p{L}{2})|[.:](?<=\\p{L}{2}.)(?=\\p{L})");

    /** As in "A.C.D.F." */
    private static final Pattern LETTER_BY_LETTER = Pattern.compile("(?:\\p{L}\\.){2,}\\p{L}");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\x00]");

    public Words words(String text) {
        String plain = plain(text);
        Words words = new Words(plain);
        try (TokenStream tokens = tokenStream("message", plain)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String letters = term.toString().replace("'", "");
                words.add(
                        LETTER_BY_LETTER.matcher(letters).matches() ? letters.replace(".", "") : letters,
                        offset.startOffset(),
                        offset.endOffset());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string in memory could not be read", impossible);
        }
        return words;
    }

    /** Letters in fancy alphabets become plain ones, what is struck through or invisible is bared, glued words part. */
    private static String plain(String text) {
        String typed = HEAP.matcher(APOSTROPHE.matcher(text).replaceAll("'")).replaceAll("$1");
        String letters = INVISIBLE
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        return GLUED.matcher(letters).replaceAll("$0 ");
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        TokenStream words = new EnglishPossessiveFilter(new LowerCaseFilter(tokenizer));
        return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(words));
    }
}
