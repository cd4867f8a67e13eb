namespace Tocsin.Journal.Sqlite;

/// <summary>The journal must not start like this. The message is one line for people, and names the key of configuration to look at.</summary>
public sealed class StartRefusedException(string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>Makes one with its line.</summary>
    public StartRefusedException(string message)
        : this(message, null)
    {
    }

    /// <summary>Makes one without a reason.</summary>
    public StartRefusedException()
        : this("The journal refuses to start.", null)
    {
    }
}
