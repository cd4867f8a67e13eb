namespace Tocsin.Bearers;

/// <summary>
/// The silo cannot judge the token now: it does not have the provider's keys, or not the one that the token names. It asks for them; the
/// same call may succeed a little later, or at another silo. Nothing was done.
/// </summary>
[GenerateSerializer, Alias("tocsin.TokenNotJudgedException")]
public sealed class TokenNotJudgedException : OrleansException
{
    /// <summary>Makes one with the usual message.</summary>
    public TokenNotJudgedException()
        : this("The silo does not have the key of the token.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public TokenNotJudgedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public TokenNotJudgedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
