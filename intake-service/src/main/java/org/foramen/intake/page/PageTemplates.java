package org.foramen.intake.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** The pages' templates, in place of Spring Boot's own resolver, which would send their indentation along. */
@Component("defaultTemplateResolver")
class PageTemplates extends AbstractConfigurableTemplateResolver {

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            @Nullable String ownerTemplate,
            String template,
            String resourceName,
            @Nullable String characterEncoding,
            @Nullable Map<String, Object> attributes) {
        return new StringTemplateResource(PageSource.template(template));
    }
}
