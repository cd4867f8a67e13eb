using Microsoft.OpenApi;
using Tocsin.Json;
using Tocsin.Settings;

namespace Tocsin.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, and the page that shows it at <c>/docs</c>.</summary>
internal static class ApiDocument
{
    /// <summary>The name of the security scheme.</summary>
    public const string Bearer = "bearer";

    /// <summary>Adds it.</summary>
    public static void AddApiDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = TocsinJson.Options.PropertyNamingPolicy;
            // A number is never written as text, whatever the framework would read.
            json.SerializerOptions.NumberHandling = TocsinJson.Options.NumberHandling;
            json.SerializerOptions.TypeInfoResolverChain.Add(new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver());
        });
        services.AddEndpointsApiExplorer();
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer<ContractSchemas>();
            options.AddOperationTransformer<ContractOperations>();
            options.AddDocumentTransformer<ContractDocument>();
        });
    }

    /// <summary>Maps it: it needs no token. The page is there only where it is configured.</summary>
    public static void MapApiDocument(this WebApplication app, GatewayOptions options)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        if (options.HasDocs)
            app.MapReferencePage();
    }
}
