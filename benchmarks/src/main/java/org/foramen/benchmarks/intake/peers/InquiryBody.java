package org.foramen.benchmarks.intake.peers;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The API's body with Bean Validation's idea of its rules. */
public record InquiryBody(
        @NotBlank @Pattern(regexp = "contact|considering-procedure") String kind,
        @Nullable @Size(max = 60) String procedure,
        @Nullable @Pattern(regexp = "neck|lower-back|unspecified") String region,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Email @Size(max = 254) String email,
        @Nullable @Pattern(regexp = "[+0-9 ().-]{7,20}") String phone,
        @Nullable @Pattern(regexp = "email|phone") String preferredContact,
        @Nullable @Size(max = 10) String preferredLanguage,
        @NotBlank @Size(max = 5000) String message,
        @AssertTrue boolean consentToEmail) {}
