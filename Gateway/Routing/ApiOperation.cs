using Tocsin.Csv;
using Tocsin.JsonBodies;

namespace Tocsin.Routing;

/// <summary>
/// What the OpenAPI document says about a route beside its method and path. It is metadata of the endpoint and is written where the route
/// is mapped; a route without it cannot be mapped.
/// </summary>
/// <param name="Id">The operation's id: camelCase, unique.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Description">
/// What it does, its limits and its particular errors, in Markdown; who may call it is added from the table of permissions.
/// </param>
internal sealed record ApiOperation(string Id, string Summary, string Description)
{
    /// <summary>The path under which all routes of the contract are.</summary>
    public const string BasePath = "/api/v1";

    /// <summary>The problems of every command to an existing thing, beside those of all routes.</summary>
    public static readonly int[] CommandProblems = [404, 409, 412, 422];

    /// <summary>The tag under which the document groups it.</summary>
    public required string Tag { get; init; }

    /// <summary>Its answer.</summary>
    public required ApiAnswer Answer { get; init; }

    /// <summary>The type of its body; null: it has none.</summary>
    public JsonType? Body { get; init; }

    /// <summary>Whether a body is required.</summary>
    public bool BodyRequired { get; init; } = true;

    /// <summary>The statuses of successful answers.</summary>
    public int[] Statuses { get; init; } = [200];

    /// <summary>The statuses of problems that it may answer with, beside those of all routes.</summary>
    public int[] Problems { get; init; } = [];

    /// <summary>The parameters of its path.</summary>
    public ApiParameter[] Path { get; init; } = [];

    /// <summary>The parameters of its query; any other is refused.</summary>
    public ApiParameter[] Query { get; init; } = [];

    /// <summary>The headers of its own.</summary>
    public ApiParameter[] Headers { get; init; } = [];

    /// <summary>Whether it is a command: takes <c>Idempotency-Key</c> and <c>If-Match</c>.</summary>
    public bool IsCommand { get; init; }

    /// <summary>Whether it only reads although it is no GET: what it asks for stands in its body.</summary>
    public bool IsRead { get; init; }

    /// <summary>Whether it answers <c>If-None-Match</c>.</summary>
    public bool IsConditional { get; init; }

    /// <summary>What a request takes of its identity's share: of <see cref="RequestCosts"/>.</summary>
    public Func<HttpRequest, int> Cost { get; init; } = static _ => RequestCosts.Usual;

    /// <summary>Whether it needs no token.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The same read, also as a table where it has one; what it cannot give is 406.</summary>
    public ApiOperation OrAs(CsvTable? table) => this with { Answer = Answer.With(table), Problems = [.. Problems, 406] };
}
