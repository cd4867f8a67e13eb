namespace Tocsin.Calling;

/// <summary>
/// The cluster, or its journal, did not answer in time: 503 with <c>Retry-After</c>. The command may have been carried out nevertheless.
/// </summary>
public sealed class ClusterUnavailableException : Exception
{
    /// <summary>Without a reason.</summary>
    public ClusterUnavailableException()
        : this("The cluster did not answer in time.")
    {
    }

    /// <summary>With a reason.</summary>
    public ClusterUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With what caused it.</summary>
    public ClusterUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
