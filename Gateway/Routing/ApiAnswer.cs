using System.Net.Mime;
using System.Text.Json.Nodes;
using Tocsin.Csv;
using Tocsin.Examples;

namespace Tocsin.Routing;

/// <summary>The answer of a route, for the OpenAPI document: its type, and an example that is a serialised value of that type.</summary>
/// <param name="Type">The type of the answer, or of the items of a page.</param>
/// <param name="Example">Makes the example, or that of one item.</param>
internal sealed record ApiAnswer(Type Type, Func<JsonNode> Example)
{
    /// <summary>Its media type.</summary>
    public string Media { get; init; } = MediaTypeNames.Application.Json;

    /// <summary>Whether it is a page of a list.</summary>
    public bool IsPage { get; init; }

    /// <summary>Lists that the answer has beside the members of its type, in their order.</summary>
    public IReadOnlyList<ApiList> Lists { get; init; } = [];

    /// <summary>Further media types that the client can ask for, each with an example.</summary>
    public IReadOnlyList<(string Media, Func<string> Example)> Others { get; init; } = [];

    /// <summary>The same answer, also as a table.</summary>
    public ApiAnswer With(CsvTable? table) => table is null
        ? this
        : this with { Others = [.. Others, (CsvTable.Media, () => table.Example(Example().ToJsonString()))] };

    /// <summary>An answer of this type.</summary>
    public static ApiAnswer Of<T>(Func<T> example) => new(typeof(T), () => ExampleJson.Of(example()));

    /// <summary>A page of items of this type.</summary>
    public static ApiAnswer PageOf<T>(Func<T> example) => Of(example) with { IsPage = true };

    /// <summary>A text in another media type than JSON.</summary>
    public static ApiAnswer Text(string media, Func<string> example) => Of(example) with { Media = media };
}
