using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Directives;

/// <summary>Reads directives. Stateless; its key is 0.</summary>
[Alias("tocsin.IDirectiveReadingGrain")]
public interface IDirectiveReadingGrain : IGrainWithIntegerKey
{
    /// <summary>A directive as it now stands: JSON of a <see cref="DirectiveView"/>.</summary>
    /// <param name="id">The id; refused with <c>notFound</c> when there is none, with <c>notYours</c> when it is another's.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Get")]
    Task<Thing> Get(DirectiveId id, Actor reader);

    /// <summary>Directives, newest issued first. A unit or a station finds what is its own; a unit also every <c>lookOut</c>.</summary>
    /// <param name="filter">The restrictions and the page.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("List")]
    Task<ThingPage> List(DirectiveFilter filter, Actor reader);
}
