using Tocsin.Commands;

namespace Tocsin.Problems;

/// <summary>The body of an answer that reports an error: RFC 9457, with the fields of the contract.</summary>
/// <param name="Status">The HTTP status, 400 to 599.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Title">The code in words; the same for each problem of that code.</param>
/// <param name="Detail">What went wrong and why, for people; no personal data.</param>
public sealed record Problem(int Status, string Code, string Title, string Detail)
{
    /// <summary>The fields that are invalid; left out of the answer when there are none.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The units that could not be taken; left out of the answer when there are none.</summary>
    public IReadOnlyList<UnitRefusal> Units { get; init; } = [];

    /// <summary>The present stage, when it is the reason; else null, and left out of the answer.</summary>
    public string? Stage { get; init; }

    /// <summary>The names of what is missing; left out of the answer when nothing is.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>400 for invalid fields.</summary>
    public static Problem Invalid(FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return InvalidRequest("Some fields are invalid: see errors.", errors.List);
    }

    /// <summary>400 for one invalid field or header.</summary>
    public static Problem Invalid(string field, string code, string message) =>
        InvalidRequest("Some fields are invalid: see errors.", [new FieldError(field, code, message)]);

    /// <summary>400 for a body that is not JSON.</summary>
    public static Problem Malformed(string message) =>
        InvalidRequest("The body is not valid JSON.", [new FieldError("", ErrorCodes.Malformed, message)]);

    /// <summary>401.</summary>
    public static readonly Problem Unauthenticated = new(
        401, ProblemCodes.Unauthenticated, "Not signed in", "A valid bearer token is required.");

    /// <summary>401: an administrator blocked the subject.</summary>
    public static readonly Problem Blocked = new(
        401, ProblemCodes.Blocked, "Blocked", "An administrator has blocked this subject. Only they can lift that.");

    /// <summary>403.</summary>
    public static readonly Problem Forbidden = new(
        403,
        ProblemCodes.Forbidden,
        "Not allowed",
        "The token's roles do not allow this, or the claim that the role needs is missing (unit_id, station).");

    /// <summary>404.</summary>
    public static readonly Problem NotFound = new(
        404, ProblemCodes.NotFound, "Not found", "No thing has this id, or there is no such route.");

    /// <summary>405.</summary>
    public static readonly Problem MethodNotAllowed = new(
        405, ProblemCodes.MethodNotAllowed, "Method not allowed", "The route does not have this method: see the header Allow.");

    /// <summary>406.</summary>
    public static readonly Problem NotAcceptable = new(
        406, ProblemCodes.NotAcceptable, "Not acceptable", "This route has none of the media types that the header Accept takes.");

    /// <summary>413.</summary>
    public static readonly Problem TooLarge = new(
        413, ProblemCodes.TooLarge, "Too large", "The body is longer than the limit of this route.");

    /// <summary>415.</summary>
    public static readonly Problem UnsupportedMediaType = new(
        415, ProblemCodes.UnsupportedMediaType, "Unsupported media type", "The body must be application/json in UTF-8, not compressed.");

    /// <summary>429.</summary>
    public static readonly Problem RateLimited = new(
        429, ProblemCodes.RateLimited, "Too many requests", "This identity has exceeded its rate limit: wait as long as Retry-After says.");

    /// <summary>429: as many past boards or reports are under way as one identity may have.</summary>
    public static readonly Problem TooManyAtOnce = RateLimited with
    {
        Detail = "This identity has two of these under way: wait for one of them, or hang up.",
    };

    /// <summary>429: as many feeds are open as one identity may have.</summary>
    public static readonly Problem TooManyFeeds = RateLimited with
    {
        Detail = "This identity has 20 feeds open at this gateway: close one of them.",
    };

    /// <summary>429: as many consoles are remembered as one subject may have.</summary>
    public static readonly Problem TooManyConsoles = RateLimited with
    {
        Detail = "This subject has an incident open at 20 consoles: close one of them.",
    };

    /// <summary>503.</summary>
    public static readonly Problem Unavailable = new(
        503,
        ProblemCodes.Unavailable,
        "Unavailable",
        "The journal or the cluster did not answer in time. The command may have been done: repeat it with the same Idempotency-Key.");

    /// <summary>503: the feed of this gateway has as many clients as it takes.</summary>
    public static readonly Problem FeedFull = Unavailable with
    {
        Detail = "This gateway has as many clients on the feed as it takes: try another one.",
    };

    /// <summary>503: the keys of the sign-in provider cannot be had, so that a token cannot be judged. Nothing was done.</summary>
    public static readonly Problem ProviderUnavailable = new(
        503,
        ProblemCodes.Unavailable,
        "Unavailable",
        "The sign-in provider does not give its keys, so the token cannot be judged now. The token may be good. Nothing was done.");

    /// <summary>503: nobody could say later who was shown it.</summary>
    public static readonly Problem Unrecorded = new(
        503,
        ProblemCodes.Unavailable,
        "Unavailable",
        "The access log cannot be written, and nothing personal is shown without it. Boards and commands go on. Repeat it later.");

    /// <summary>503: a newer version of the program wrote what the answering process cannot read.</summary>
    public static readonly Problem NewerVersion = new(
        503,
        ProblemCodes.NewerVersion,
        "Newer version",
        "A newer version of the program wrote this, and the process that holds it cannot read it. Nothing was done. " +
        "Repeat it: another process may know it.");

    /// <summary>503: what was to be read does not fit its checksum, or the database says that it is damaged.</summary>
    public static readonly Problem Damaged = new(
        503,
        ProblemCodes.Damaged,
        "Damaged",
        "What is stored here is damaged, and nothing of it is taken for true. Nothing was done. Everything else goes on; " +
        "the operators' audit names what is damaged.");

    /// <summary>409: a silo of an older version does not know the command.</summary>
    public static readonly Problem NotYetEverywhere = RefusalProblems.Of(new Refusal(
        RefusalCode.NotYetEverywhere,
        "Not every running process knows this yet. It can be done once all run the newer version."));

    /// <summary>500.</summary>
    public static readonly Problem Internal = new(
        500, ProblemCodes.Internal, "Internal error", "Unexpected exception; the log names it with this trace id.");

    private static Problem InvalidRequest(string detail, IReadOnlyList<FieldError> errors) =>
        new(400, ProblemCodes.Invalid, "Invalid request", detail) { Errors = errors };
}
