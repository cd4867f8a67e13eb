namespace Tocsin.Problems;

/// <summary>The codes of problems that the gateway itself finds; <c>RefusalCode</c> has those of the rules.</summary>
public static class ProblemCodes
{
    /// <summary>400: malformed, or outside a limit.</summary>
    public const string Invalid = "invalid";

    /// <summary>401: no token, or an invalid one.</summary>
    public const string Unauthenticated = "unauthenticated";

    /// <summary>401: the subject of the token is blocked.</summary>
    public const string Blocked = "blocked";

    /// <summary>403: not allowed to the token's roles.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>404: an id in the path, or a route.</summary>
    public const string NotFound = "notFound";

    /// <summary>405: the route does not have the method; the header <c>Allow</c> names those that it has.</summary>
    public const string MethodNotAllowed = "methodNotAllowed";

    /// <summary>406: the route has none of the media types that the request takes.</summary>
    public const string NotAcceptable = "notAcceptable";

    /// <summary>413: a body longer than its limit.</summary>
    public const string TooLarge = "tooLarge";

    /// <summary>415: not JSON, not UTF-8, or compressed.</summary>
    public const string UnsupportedMediaType = "unsupportedMediaType";

    /// <summary>422: a reported time more than 5 s ahead of the server's clock.</summary>
    public const string OccurredAtInFuture = "occurredAtInFuture";

    /// <summary>429: too many requests of one identity.</summary>
    public const string RateLimited = "rateLimited";

    /// <summary>503: the journal cannot be written, no silo answers, or the sign-in provider does not give its keys.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>503: a newer version of the program wrote what the answering process cannot read.</summary>
    public const string NewerVersion = "newerVersion";

    /// <summary>503: what was asked for is stored, and damaged: nothing of it is taken for true.</summary>
    public const string Damaged = "damaged";

    /// <summary>500: an unexpected exception.</summary>
    public const string Internal = "internal";
}
