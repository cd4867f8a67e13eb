using Microsoft.OpenApi;

namespace Tocsin.OpenApi;

/// <summary>What the OpenAPI document says about a route beside its path.</summary>
/// <param name="Summary">One line.</param>
internal sealed record ApiRoute(string Summary)
{
    /// <summary>The tag under which it stands.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Its body; null: none.</summary>
    public Func<OpenApiSchema>? Body { get; init; }

    /// <summary>Whether a body must come.</summary>
    public bool BodyRequired { get; init; } = true;

    /// <summary>What it answers; null: described by <see cref="AnswerSchema"/>.</summary>
    public Type? Answer { get; init; }

    /// <summary>What it answers, where no type says it.</summary>
    public Func<OpenApiSchema>? AnswerSchema { get; init; }

    /// <summary>Whether the answer is a page of a list.</summary>
    public bool IsPage { get; init; }

    /// <summary>The statuses of good answers.</summary>
    public int[] Statuses { get; init; } = [200];

    /// <summary>The problems that it may answer with, beside those of all routes.</summary>
    public int[] Problems { get; init; } = [];

    /// <summary>What of its path is no id.</summary>
    public ApiParameter[] Path { get; init; } = [];

    /// <summary>Its query.</summary>
    public ApiParameter[] Query { get; init; } = [];

    /// <summary>Whether it is a command: takes <c>Idempotency-Key</c> and <c>If-Match</c>.</summary>
    public bool IsCommand { get; init; }

    /// <summary>Whether it answers <c>If-None-Match</c>.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether it needs no token.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Media types beside JSON that it answers with.</summary>
    public string[] OtherMedia { get; init; } = [];
}
