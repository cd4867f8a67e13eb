using Tocsin.Commands;
using Tocsin.Problems;
using Tocsin.Queries;

namespace Tocsin.Answers;

/// <summary>A read that is on its way: its parameters, and who asks.</summary>
/// <param name="Path">The ids of the path; they are valid.</param>
/// <param name="Query">Reads the query.</param>
/// <param name="Errors">Collects the errors of the query.</param>
/// <param name="Reader">As whom it is read.</param>
internal readonly record struct ReadRequest(RouteValueDictionary Path, QueryReader Query, FieldErrors Errors, Actor Reader);
