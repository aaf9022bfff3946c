package org.foramen.notifier.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/** The validator of HAPI FHIR, offline, which knows our Questionnaire and our codes from docs/fhir. */
final class Hapi {

    static final Path DOCS = Path.of("../docs/fhir");

    private static final FhirContext R4 = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    private Hapi() {}

    /** What it has to say; that a resource has no narrative, which is for people to read, is left aside. */
    static List<String> remarks(String json) {
        return VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity() != ResultSeverityEnum.INFORMATION)
                .filter(message -> !String.valueOf(message.getMessageId()).contains("dom-6"))
                .map(Hapi::line)
                .toList();
    }

    static String read(String file) {
        try {
            return Files.readString(DOCS.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(SingleValidationMessage message) {
        return message.getSeverity() + " " + message.getLocationString() + " [" + message.getMessageId() + "]: "
                + message.getMessage();
    }

    private static FhirValidator validator() {
        Published ours = new Published((Questionnaire) parsed("questionnaire.json"));
        ours.addCodeSystem(parsed("codes.json"));
        return R4.newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        ours,
                        new DefaultProfileValidationSupport(R4),
                        new CommonCodeSystemsTerminologyService(R4),
                        new InMemoryTerminologyServerValidationSupport(R4))));
    }

    private static IBaseResource parsed(String file) {
        return R4.newJsonParser().parseResource(read(file));
    }

    /** What docs/fhir holds; HAPI's own support finds every kind but a Questionnaire. */
    private static final class Published extends PrePopulatedValidationSupport {

        private final Questionnaire form;

        Published(Questionnaire form) {
            super(R4);
            this.form = form;
        }

        @Override
        public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String uri) {
            return type == Questionnaire.class && uri.replaceFirst("\\|.*", "").equals(form.getUrl())
                    ? type.cast(form)
                    : super.fetchResource(type, uri);
        }
    }
}
