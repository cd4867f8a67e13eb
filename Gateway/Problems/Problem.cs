using Tocsin.Bodies;
using Tocsin.Commands;

namespace Tocsin.Problems;

/// <summary>What an answer says when it is no: RFC 9457, with the fields of the contract.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Title">The code in words; the same for each problem of that code.</param>
/// <param name="Detail">What and why, for people; no personal data.</param>
public sealed record Problem(int Status, string Code, string Title, string Detail)
{
    /// <summary>The fields that are wrong; left out when there are none.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The units that could not be taken; left out when there are none.</summary>
    public IReadOnlyList<UnitRefusal> Units { get; init; } = [];

    /// <summary>What the stage is now; left out when that is not the reason.</summary>
    public string? Stage { get; init; }

    /// <summary>400 for wrong fields.</summary>
    public static Problem Invalid(FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return new(400, ProblemCodes.Invalid, "Invalid request", "Some fields are wrong: see errors.") { Errors = errors.List };
    }

    /// <summary>400 for one wrong field or header.</summary>
    public static Problem Invalid(string field, string code, string message) =>
        new(400, ProblemCodes.Invalid, "Invalid request", "Some fields are wrong: see errors.") { Errors = [new FieldError(field, code, message)] };

    /// <summary>400 for JSON that is none.</summary>
    public static Problem Malformed(string message) =>
        new(400, ProblemCodes.Invalid, "Invalid request", "The body is not valid JSON.") { Errors = [new FieldError("", ErrorCodes.Malformed, message)] };

    /// <summary>401.</summary>
    public static readonly Problem Unauthenticated = new(401, ProblemCodes.Unauthenticated, "Not signed in", "A valid bearer token is needed.");

    /// <summary>403.</summary>
    public static readonly Problem Forbidden = new(403, ProblemCodes.Forbidden, "Not allowed", "The token's roles do not allow this, or it does not say for whom it speaks (unit_id, station).");

    /// <summary>404.</summary>
    public static readonly Problem NotFound = new(404, ProblemCodes.NotFound, "Not found", "There is no such thing or route.");

    /// <summary>405.</summary>
    public static readonly Problem MethodNotAllowed = new(405, ProblemCodes.MethodNotAllowed, "Method not allowed", "The route is known, but not with this method: see Allow.");

    /// <summary>413.</summary>
    public static readonly Problem TooLarge = new(413, ProblemCodes.TooLarge, "Too large", "The body is longer than is taken here.");

    /// <summary>415.</summary>
    public static readonly Problem UnsupportedMediaType = new(415, ProblemCodes.UnsupportedMediaType, "Unsupported media type", "The body must be application/json in UTF-8, not compressed.");

    /// <summary>429.</summary>
    public static readonly Problem RateLimited = new(429, ProblemCodes.RateLimited, "Too many requests", "This identity sent more than its share: wait as Retry-After says.");

    /// <summary>503.</summary>
    public static readonly Problem Unavailable = new(503, ProblemCodes.Unavailable, "Unavailable", "The journal or the cluster did not answer in time. It may have been done: repeat it with the same Idempotency-Key.");

    /// <summary>500.</summary>
    public static readonly Problem Internal = new(500, ProblemCodes.Internal, "Internal error", "That should not have happened; the trace id finds it in the log.");
}
