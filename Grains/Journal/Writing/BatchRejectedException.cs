namespace Tocsin.Journal.Writing;

/// <summary>The database refused a batch for what stands in it (not for its connection): nothing was written.</summary>
public sealed class BatchRejectedException(string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>Makes one without a reason.</summary>
    public BatchRejectedException()
        : this("The database refused the batch.", null)
    {
    }

    /// <summary>Makes one with its reason.</summary>
    public BatchRejectedException(string message)
        : this(message, null)
    {
    }
}
