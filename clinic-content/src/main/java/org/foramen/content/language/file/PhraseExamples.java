package org.foramen.content.language.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.content.language.phrase.Found;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Sayings;

/** Tries each list of phrases on its own examples. */
public final class PhraseExamples {

    /** Such a phrase is tried where its list stands. */
    private static final Pattern ONLY_A_LIST = Pattern.compile("\\{[^}]*}");

    private final Map<String, Sayings> lists;

    private final Phrasebook phrasebook;

    public PhraseExamples(Map<String, Sayings> lists) {
        this.lists = new TreeMap<>(lists);
        this.phrasebook = new Phrasebook(lists);
    }

    /** Each example that its list must find and does not, or must leave alone and finds. */
    public List<String> failing() {
        return lists.entrySet().stream()
                .flatMap(list -> Stream.concat(
                        list.getValue().finds().stream()
                                .filter(sentence -> !finds(list.getKey(), sentence))
                                .map(sentence -> "{" + list.getKey() + "} does not find: " + sentence),
                        list.getValue().leaves().stream()
                                .filter(sentence -> finds(list.getKey(), sentence))
                                .map(sentence -> "{" + list.getKey() + "} finds: " + sentence)))
                .toList();
    }

    /** Each phrase that no example of its list exercises. */
    public List<String> unexercised() {
        return phrases((example, phrase) -> example.contains(phrase));
    }

    /** Each phrase without which every example of its list is found by another. */
    public List<String> needless() {
        return phrases((example, phrase) -> example.equals(Set.of(phrase)));
    }

    /** The phrases for which no example serves: of each example is asked with the phrases of the list that find it. */
    private List<String> phrases(BiPredicate<Set<String>, String> serves) {
        return lists.entrySet().stream()
                .filter(list -> !list.getKey().equals(Phrasebook.ORDINARY)) // words that stand for themselves
                .flatMap(list -> {
                    List<Set<String>> examples = list.getValue().finds().stream()
                            .map(sentence -> phrasesIn(sentence, list.getKey()))
                            .toList();
                    return list.getValue().all().stream()
                            .filter(phrase -> !ONLY_A_LIST.matcher(phrase).matches())
                            .filter(phrase -> examples.stream().noneMatch(example -> serves.test(example, phrase)))
                            .map(phrase -> "{" + list.getKey() + "} " + phrase);
                })
                .toList();
    }

    private Set<String> phrasesIn(String sentence, String list) {
        return phrasebook.read(sentence).phrases(list).stream()
                .map(Found::phrase)
                .collect(Collectors.toSet());
    }

    private boolean finds(String list, String sentence) {
        return !phrasebook.read(sentence).find(list).isEmpty();
    }
}
