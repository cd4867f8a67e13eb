namespace Tocsin.Backup;

/// <summary>A backup, or its restore, was refused or could not be finished; the message is one line for the operator.</summary>
public sealed class BackupException : Exception
{
    /// <summary>Makes one with its line.</summary>
    public BackupException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its line and its cause.</summary>
    public BackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For serializers.</summary>
    public BackupException()
        : this("The backup failed.")
    {
    }
}
