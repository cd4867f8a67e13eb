using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Tocsin.Json;

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

    /// <summary>Maps it: it needs no token.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference("/docs", scalar =>
        {
            scalar.Title = "Tocsin";
            scalar.OpenApiRoutePattern = "/openapi/{documentName}.json";
            // The page comes from this gateway whole: a command centre may have no way out.
            scalar.DefaultFonts = false;
        });
    }
}
