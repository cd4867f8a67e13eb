using Tocsin.Tests.Faults.Driving;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>Something that goes wrong, on servers of its own.</summary>
public abstract class Fault : IAsyncDisposable
{
    /// <summary>How it is called on the command line and in tables.</summary>
    public abstract string Name { get; }

    /// <summary>What it may cost.</summary>
    public abstract FaultLimits Limits { get; }

    /// <summary>The load meanwhile.</summary>
    public virtual DrivePlan Load => DrivePlan.Usual;

    /// <summary>The words of kinds of streams that not every gateway knew all the time.</summary>
    public virtual IReadOnlyList<string> UnknownKinds => [];

    /// <summary>The gateways.</summary>
    public abstract IReadOnlyList<Uri> Urls { get; }

    /// <summary>What the servers wrote, by their names.</summary>
    public abstract IReadOnlyDictionary<string, string> Logs { get; }

    /// <summary>Starts the servers.</summary>
    /// <exception cref="NotPermittedException">This machine does not allow it.</exception>
    public abstract Task OpenAsync();

    /// <summary>Called before each run, when all is whole.</summary>
    public virtual Task BeforeAsync() => Task.CompletedTask;

    /// <summary>Brings it about under load, and returns when all servers are well again.</summary>
    public abstract Task BringAboutAsync(Course course);

    /// <summary>How many silos were voted out in the last run that had nothing wrong with them; null where there is no cluster.</summary>
    public virtual Task<int?> FalseEvictionsAsync() => Task.FromResult<int?>(null);

    /// <summary>What the operators' audit of the whole journal finds wrong, while all goes on.</summary>
    public virtual async Task<IReadOnlyList<string>> AuditAsync()
    {
        var (exit, output) = await JournalAuditing.RunAsync(AuditOptions);
        return exit == 0 ? [] : [$"The audit ended with {exit}: {output}"];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Where the audit finds the journal.</summary>
    protected abstract IReadOnlyList<string> AuditOptions { get; }

    /// <summary>Stops the servers.</summary>
    protected abstract Task CloseAsync();
}
