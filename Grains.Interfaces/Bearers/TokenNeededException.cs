namespace Tocsin.Bearers;

/// <summary>The silo does not know the token of this digest: the call is to be made again with the token. Nothing was done.</summary>
[GenerateSerializer, Alias("tocsin.TokenNeededException")]
public sealed class TokenNeededException : Exception
{
    /// <summary>Makes one with the usual message.</summary>
    public TokenNeededException()
        : this("The silo does not know the token.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public TokenNeededException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public TokenNeededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
