package org.foramen.notifier.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.inquiries.LabelledInquiries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Sentences made by machine: each name of a procedure in each everyday sentence, in both languages. */
class MatchingOfSentencesTests {

    private static final ProcedureMatcher MATCHER =
            ProcedureMatcher.load(Path.of("../content"), LabelledInquiries.NAMES);

    static final Map<String, List<String>> NAMES = Map.of(
            "foraminotomy",
                    List.of("foraminotomy", "posterior cervical foraminotomy", "laminoforaminotomy", "foraminotomies"),
            "laminectomy",
                    List.of(
                            "laminectomy",
                            "lumbar laminectomy",
                            "hemilaminectomy",
                            "laminotomy",
                            "decompressive laminectomy"),
            "spinal-fusion", List.of("spinal fusion", "lumbar fusion", "ACDF", "TLIF", "cervical fusion", "fusion"),
            "discectomy", List.of("discectomy", "microdiscectomy", "diskectomy", "micro discectomy"),
            "disc-replacement", List.of("disc replacement", "artificial disc", "cervical disc replacement", "ADR"));

    static final Map<String, List<String>> NOMBRES = Map.of(
            "foraminotomy", List.of("foraminotomía", "foraminotomia", "foraminotomía lumbar"),
            "laminectomy", List.of("laminectomía", "laminectomia", "laminotomía"),
            "spinal-fusion", List.of("fusión espinal", "fusión lumbar", "artrodesis"),
            "discectomy", List.of("discectomía", "microdiscectomía", "discectomia"),
            "disc-replacement", List.of("reemplazo de disco", "disco artificial", "prótesis de disco"));

    static final List<String> CARRIERS = List.of(
            "How long is recovery after {}?",
            "Am I a candidate for {}?",
            "how much for {}",
            "for {}",
            "scheduled for {} in two weeks",
            "candidate for a {}",
            "My doctor recommended {}.",
            "My surgeon says {} is the only option",
            "prior auth for {} came through",
            "{} at L4-5",
            "they want to do a {} on my mom",
            "second opinion about {}",
            "{}?",
            "approved for {} by my insurance",
            "My dad is 80, can he have {}?",
            "I need a {} but I am scared",
            "is {} covered by Medicare",
            "got a quote for {} elsewhere",
            "if I have {} how long will I be in the hospital",
            "Is {} right for me? I am 66");

    static final List<String> FRASES = List.of(
            "¿Cuánto cuesta la {}?",
            "Necesito una {}",
            "Mi doctor me recomendó {}",
            "¿Soy candidato para {}?",
            "a mi mamá le van a hacer {}",
            "¿Cuánto tarda la recuperación de {}?",
            "segunda opinión sobre {}",
            "¿hacen {}?",
            "mi papá necesita {}",
            "{}",
            "mi mamá tiene 70 años y necesita {}",
            "tengo 39 años y me recomiendan {}",
            "el cirujano dice que {} es la única opción");

    @Test
    void eachNameIsFoundInEachSentence() {
        assertThat(Stream.concat(missed(NAMES, CARRIERS), missed(NOMBRES, FRASES)))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NO_NAME")
    void anOrdinaryWordIsNoName(String sentence) {
        assertThat(procedure(sentence)).isEqualTo("none");
    }

    static final List<String> NO_NAME = List.of(
            "I have arthrosis of the spine",
            "Tengo artrosis en la columna",
            "espondilosis y artrosis cervical",
            "facet arthrosis at L4-5",
            "a laparotomy years ago, now my back hurts",
            "confusion about my bill");

    private Stream<String> missed(Map<String, List<String>> names, List<String> carriers) {
        return names.entrySet().stream().flatMap(entry -> entry.getValue().stream()
                .flatMap(name -> carriers.stream().map(carrier -> carrier.replace("{}", name)))
                .filter(sentence -> !procedure(sentence).equals(entry.getKey())));
    }

    private String procedure(String sentence) {
        return MATCHER.match(new Question(sentence, null, null)) instanceof Match.Summary summary
                ? summary.procedureId()
                : "none";
    }
}
