namespace Tocsin.Settings;

/// <summary>
/// A command of the program (<c>backup</c>, <c>restore</c>, <c>migrate</c>, …) was refused or could not be finished; the message is one
/// line for the operator.
/// </summary>
public sealed class CommandException : Exception
{
    /// <summary>Makes one with its line.</summary>
    public CommandException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its line and its cause.</summary>
    public CommandException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For serializers.</summary>
    public CommandException()
        : this("The command failed.")
    {
    }
}
