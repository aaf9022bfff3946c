package org.foramen.content.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tries each list of phrases on its own examples. */
public final class PhraseExamples {

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
        Map<String, Sayings> alone = new HashMap<>(lists);
        lists.forEach((name, said) -> said.all().forEach(phrase -> alone.put(alone(name, phrase), said.only(phrase))));
        Phrasebook each = new Phrasebook(alone);
        return lists.entrySet().stream()
                .flatMap(list -> unexercised(list.getKey(), list.getValue(), each))
                .toList();
    }

    private static Stream<String> unexercised(String name, Sayings said, Phrasebook each) {
        List<Reading> examples = said.finds().stream().map(each::read).toList();
        return said.all().stream().map(phrase -> alone(name, phrase)).filter(phrase -> examples.stream()
                .allMatch(example -> example.find(phrase).isEmpty()));
    }

    private static String alone(String list, String phrase) {
        return "{" + list + "} " + phrase;
    }

    private boolean finds(String list, String sentence) {
        return !phrasebook.read(sentence).find(list).isEmpty();
    }
}
