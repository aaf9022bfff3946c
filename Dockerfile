# Builds one of the two services: --build-arg SERVICE=intake-service or notifier-service.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -ntp package -DskipTests -Dforamen.without-tests -Dspotless.check.skip -pl intake-service,notifier-service -am

FROM ${RUN_IMAGE} AS layers
ARG SERVICE
COPY --from=build /src/${SERVICE}/target/${SERVICE}.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination /layers

FROM ${RUN_IMAGE}
RUN mkdir /data /keys && chown 10001:10001 /data /keys
WORKDIR /app
COPY --from=layers /layers/dependencies/ /layers/snapshot-dependencies/ ./
COPY content content
COPY --from=layers /layers/application/ ./
# Two pools of malloc instead of eight for each core: some 30 MB less for the notifier.
ENV FORAMEN_CONTENT=/app/content FORAMEN_DATA=/data MALLOC_ARENA_MAX=2
# A start without the file of classes is slower and otherwise the same; but a heap that begins smaller than what the file
# brings for it is no start at all. Counters for tools on the same machine would be written twenty times a second.
COPY ops/keep-classes /usr/local/bin/
RUN use=$(timeout 300 keep-classes) \
 && printf '%s\n' -XX:MaxRAMPercentage=50 -Xms32m -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData "$use" > options
# What this is and where it comes from, for whoever finds the image.
ARG SERVICE
ARG VERSION=development
ARG REVISION=
ARG SOURCE=
LABEL org.opencontainers.image.title="Foramen ${SERVICE}" \
      org.opencontainers.image.description="From a spine clinic's website form to two inboxes, and nothing lost on the way" \
      org.opencontainers.image.licenses=Apache-2.0 \
      org.opencontainers.image.version=${VERSION} \
      org.opencontainers.image.revision=${REVISION} \
      org.opencontainers.image.source=${SOURCE}
USER 10001:10001
VOLUME /data
ENTRYPOINT ["java", "@/app/options", "-jar", "/app/service.jar"]
