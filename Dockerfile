# Builds one of the two services: --build-arg SERVICE=intake-service or notifier-service.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -ntp package -DskipTests -pl intake-service,notifier-service -am

FROM ${RUN_IMAGE}
ARG SERVICE
RUN mkdir /data && chown 10001:10001 /data
COPY content /app/content
COPY --from=build /src/${SERVICE}/target/${SERVICE}.jar /app/service.jar
ENV FORAMEN_CONTENT=/app/content FORAMEN_DATA=/data
USER 10001:10001
VOLUME /data
WORKDIR /app
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "/app/service.jar"]
