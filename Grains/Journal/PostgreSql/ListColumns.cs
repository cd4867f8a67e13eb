using Tocsin.Identity;

namespace Tocsin.Journal.PostgreSql;

/// <summary>The texts, keys and claimed names of a batch, column by column.</summary>
internal sealed class ListColumns(AppendColumns columns)
{
    private readonly TextColumns _texts = new(columns);
    private readonly KeyColumns _keys = new(columns);
    private readonly ClaimColumns _claims = new(columns);

    /// <summary>Adds those of a request.</summary>
    public void Add(int number, AppendRequest request)
    {
        foreach (var change in request.Listings)
        {
            if (change.TextChanged)
                _texts.Add(number, change.Stream, change.After);
            foreach (var key in change.Removed)
                _keys.Add(number, change.Stream, change.Before!.At, key, added: false);
            foreach (var key in change.Added)
                _keys.Add(number, change.Stream, change.After.At, key, added: true);
        }

        foreach (var claim in request.Claims)
            _claims.Add(number, claim);
    }

    private sealed class TextColumns(AppendColumns columns)
    {
        private readonly List<int> _request = columns.Number();
        private readonly List<string?> _stream = columns.Text();
        private readonly List<short> _kind = columns.Small();
        private readonly List<DateTime?> _listed = columns.Time();
        private readonly List<string?> _text = columns.Text();
        private readonly List<string?> _terms = columns.Text();

        public void Add(int number, StreamId stream, Listing listing)
        {
            _request.Add(number);
            _stream.Add(stream.ToString());
            _kind.Add((short)stream.Kind);
            _listed.Add(AppendColumns.Utc(listing.At));
            _text.Add(listing.Text);
            _terms.Add(ListDialect.PostgreSql.TermsOf(listing.Text));
        }
    }

    private sealed class KeyColumns(AppendColumns columns)
    {
        private readonly List<int> _request = columns.Number();
        private readonly List<string?> _stream = columns.Text();
        private readonly List<short> _kind = columns.Small();
        private readonly List<DateTime?> _listed = columns.Time();
        private readonly List<string?> _key = columns.Text();
        private readonly List<bool> _added = columns.Flag();

        public void Add(int number, StreamId stream, DateTimeOffset at, string key, bool added)
        {
            _request.Add(number);
            _stream.Add(stream.ToString());
            _kind.Add((short)stream.Kind);
            _listed.Add(AppendColumns.Utc(at));
            _key.Add(key);
            _added.Add(added);
        }
    }

    private sealed class ClaimColumns(AppendColumns columns)
    {
        private readonly List<int> _request = columns.Number();
        private readonly List<string?> _name = columns.Text();
        private readonly List<string?> _stream = columns.Text();
        private readonly List<bool> _taken = columns.Flag();

        public void Add(int number, ClaimChange claim)
        {
            _request.Add(number);
            _name.Add(claim.Name);
            _stream.Add(claim.Stream.ToString());
            _taken.Add(claim.Taken);
        }
    }
}
