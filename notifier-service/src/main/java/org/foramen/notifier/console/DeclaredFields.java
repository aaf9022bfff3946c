package org.foramen.notifier.console;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Of what is sent to a page only the fields that its form has are looked at, and not what lies within them. */
@ControllerAdvice(basePackageClasses = DeclaredFields.class)
class DeclaredFields {

    @InitBinder
    void only(WebDataBinder form) {
        form.setDeclarativeBinding(true);
    }
}
