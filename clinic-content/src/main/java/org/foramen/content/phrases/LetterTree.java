package org.foramen.content.phrases;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/** Words, rows of words and beginnings of words as a tree of letters: one walk through a word finds all that begin there. */
final class LetterTree {

    private static final int NONE = -1;

    private int nodes;

    /** Of each node: its letter. */
    private final char[] letters;

    /** Of each node: one of those that may follow it. */
    private final int[] children;

    /** Of each node: another that may stand in its place. */
    private final int[] siblings;

    /** Of each node: the term that is spelled so far. */
    private final int[] whole;

    /** Of each node: the term of all words that begin so. */
    private final int[] stems;

    /** By first letter: the node that a word begins with. */
    private final int[] roots;

    /**
     * Both with their numbers as terms.
     * @param whole words, and rows of words with spaces in between
     */
    LetterTree(Map<String, Integer> whole, Map<String, Integer> stems) {
        TreeSet<String> all = new TreeSet<>(whole.keySet());
        all.addAll(stems.keySet());
        int most = all.stream().mapToInt(String::length).sum();
        this.letters = new char[most];
        this.children = none(most);
        this.siblings = none(most);
        this.whole = none(most);
        this.stems = none(most);
        this.roots = none(all.isEmpty() ? 0 : all.last().charAt(0) + 1);
        for (String path : all) { // in order, so that letters that follow each other do so in memory
            int node = grow(path);
            this.whole[node] = whole.getOrDefault(path, NONE);
            this.stems[node] = stems.getOrDefault(path, NONE);
        }
    }

    private int grow(String path) {
        char first = path.charAt(0);
        roots[first] = roots[first] == NONE ? add(first) : roots[first];
        int node = roots[first];
        for (int at = 1; at < path.length(); at++) {
            int next = next(node, path.charAt(at));
            if (next == NONE) {
                next = add(path.charAt(at));
                siblings[next] = children[node];
                children[node] = next;
            }
            node = next;
        }
        return node;
    }

    private int add(char letter) {
        letters[nodes] = letter;
        return nodes++;
    }

    /** Finds all that begins at this word. */
    void recognise(Words words, int at, Findings found) {
        int node = root(words.letter(words.begin(at)));
        int read = words.begin(at) + 1;
        for (int word = at; node != NONE; word++) {
            node = walk(node, words, read, words.end(word), at, found);
            if (node != NONE && whole[node] != NONE) {
                found.add(whole[node], at, word + 1);
            }
            node = node == NONE || word + 1 == words.count() ? NONE : next(node, ' ');
            read = words.end(word);
        }
    }

    private int walk(int begun, Words words, int from, int to, int word, Findings found) {
        int node = begun;
        for (int at = from; ; at++) {
            if (stems[node] != NONE) {
                found.add(stems[node], word, word + 1);
            }
            if (at == to) {
                return node;
            }
            node = next(node, words.letter(at));
            if (node == NONE) {
                return NONE;
            }
        }
    }

    private int root(char letter) {
        return letter < roots.length ? roots[letter] : NONE;
    }

    private int next(int node, char letter) {
        int next = children[node];
        while (next != NONE && letters[next] != letter) {
            next = siblings[next];
        }
        return next;
    }

    private static int[] none(int length) {
        int[] none = new int[length];
        Arrays.fill(none, NONE);
        return none;
    }
}
