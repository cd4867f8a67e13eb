namespace Tocsin.Calling;

/// <summary>The caller has as many costly reads under way as one identity may: 429, and nothing was begun.</summary>
public sealed class TooManyAtOnceException : Exception
{
    /// <summary>Makes one.</summary>
    public TooManyAtOnceException()
        : this("As many are under way as one identity may have.")
    {
    }

    /// <summary>Makes one with its reason.</summary>
    public TooManyAtOnceException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its reason and its cause.</summary>
    public TooManyAtOnceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
