using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Overdue;

/// <summary>Lists what is late now. Stateless; its key is 0.</summary>
[Alias("tocsin.IOverdueGrain")]
public interface IOverdueGrain : IGrainWithIntegerKey
{
    /// <summary>The list: JSON text of an <see cref="OverdueList"/>. A station sees only its own.</summary>
    /// <param name="filter">The restrictions and the page.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("List")]
    Task<Thing> List(OverdueFilter filter, Actor reader);
}
