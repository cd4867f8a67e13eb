using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Overdue;

/// <summary>What is late now. Stateless; its key is 0.</summary>
[Alias("tocsin.IOverdueGrain")]
public interface IOverdueGrain : IGrainWithIntegerKey
{
    /// <summary>The list: JSON text of an <see cref="OverdueList"/>. A station sees its own.</summary>
    [Alias("List")]
    Task<Thing> List(OverdueFilter filter, Actor reader);
}
