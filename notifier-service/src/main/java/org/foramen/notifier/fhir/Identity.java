package org.foramen.notifier.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.DeliveryKey;

/**
 * By what a server knows a resource: it makes none that it has already.
 *
 * @param type such as {@code Task}
 * @param system who gives out the values
 */
record Identity(String type, String system, String value) {

    private static final String URI = "urn:ietf:rfc:3986";

    /** The resource of a type that there is once for an inquiry. */
    static Identity of(InquiryId inquiry, String type) {
        return new Identity(type, "urn:foramen:inquiry", inquiry.value());
    }

    static Identity of(DeliveryKey mail) {
        return new Identity("Communication", "urn:foramen:mail", mail.toString());
    }

    /** By where its form is reached; by its telephone where that is nowhere. */
    static Identity of(ClinicProfile clinic) {
        return new Identity("Organization", URI, clinic.site().isEmpty() ? "tel:" + clinic.phoneLink() : clinic.site());
    }

    /** For the resource's own {@code identifier}. */
    Element identifier() {
        return new Element().with("system", system).with("value", value);
    }

    /** For others in the same Bundle. */
    Element reference() {
        return new Element().with("reference", url());
    }

    /** Makes the resource unless there is one of this identity. */
    Element entry(Element resource) {
        return new Element()
                .with("fullUrl", url())
                .with("resource", resource)
                .with(
                        "request",
                        new Element()
                                .with("method", "POST")
                                .with("url", type)
                                .with("ifNoneExist", "identifier=" + encoded(system) + "|" + encoded(value)));
    }

    /** The same each time, so that two exports of one inquiry can be compared. */
    private String url() {
        byte[] name = (type + "|" + system + "|" + value).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }

    /** As a part of an address; colons and slashes may stand there as they are. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
