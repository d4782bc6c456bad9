extension Templates {
    static let messageRow = """
        <tr><td data-label="Received"><time datetime="{{received}}">{{received_short}}</time></td>
        <td data-label="Type"><code>{{type}}</code></td>
        <td data-label="Message"><a href="/messages/{{row}}">{{id}}</a>{{#subject}}<br><span class="faint">{{subject}}</span>{{/subject}}</td>
        <td data-label="Deliveries">{{#deliveries}}<span class="state {{state}}">{{handler}}: {{text}}</span> {{/deliveries}}\
        {{^deliveries}}<span class="faint">none</span>{{/deliveries}}</td></tr>

        """

    static let messages = """
        <form class="filter" method="get" action="/messages">
        <label>Type<input name="type" value="{{type}}" placeholder="order.*" list="types"></label>
        <datalist id="types">{{#types}}<option value="{{.}}">{{/types}}</datalist>
        <label>Subject<input name="subject" value="{{subject}}" placeholder="customer:…"></label>
        <label>Id begins with<input name="id" value="{{id}}"></label>
        <label>Handler<select name="handler"><option value="">any</option>
        {{#handlers}}<option value="{{name}}"{{#is_chosen}} selected{{/is_chosen}}>{{name}}</option>{{/handlers}}</select></label>
        <label>State<select name="state"><option value="">any</option>
        {{#states}}<option value="{{name}}"{{#is_chosen}} selected{{/is_chosen}}>{{name}}</option>{{/states}}</select></label>
        <button class="first">Show</button>
        </form>
        <div class="table"><table class="cards"><thead><tr><th scope="col">Received</th><th scope="col">Type</th>\
        <th scope="col">Message</th><th scope="col">Deliveries</th></tr></thead>
        <tbody>{{#messages}}{{>messageRow}}{{/messages}}</tbody></table></div>
        {{^messages}}<p class="faint">No message is like that.</p>{{/messages}}
        {{>pager}}

        """

    static let message = """
        {{#done}}<p class="note" role="status">{{done}}</p>{{/done}}
        <dl class="facts texts">
        <div><dt>Type</dt><dd><code>{{type}}</code></dd></div>
        <div><dt>Endpoint</dt><dd>{{endpoint}}</dd></div>
        <div><dt>Received</dt><dd><time datetime="{{received}}">{{received_short}}</time></dd></div>
        <div><dt>Happened</dt><dd>{{timestamp}}</dd></div>
        <div><dt>Origin</dt><dd>{{origin}}</dd></div>
        <div><dt>API version</dt><dd>{{api_version}}</dd></div>
        <div><dt>Subject</dt><dd>{{#subject_query}}<a href="/messages?subject={{subject_query}}">{{subject}}</a>{{/subject_query}}{{^subject_query}}{{subject}}{{/subject_query}}{{^subject}}–{{/subject}}</dd></div>
        </dl>
        <h2>Deliveries</h2>
        {{^deliveries}}<p class="faint">No handler is registered for it; it is only stored.</p>{{/deliveries}}
        {{#deliveries}}
        <h3>{{handler}}: <span class="state {{state}}">{{state}}</span></h3>
        <p>Attempt {{attempt}}.{{#next}} The next one is due at {{next}}.{{/next}}{{#is_blocked}} It waits for an earlier \
        event about the same subject.{{/is_blocked}}{{#is_overtaken}} Later events have overtaken it.{{/is_overtaken}}</p>
        {{#last_error}}<pre>{{last_error}}</pre>{{/last_error}}
        {{#has_attempts}}
        <div class="table"><table class="cards"><caption>Failed attempts</caption>
        <thead><tr><th scope="col" class="number">Attempt</th><th scope="col">Ended</th><th scope="col">Error</th></tr></thead>
        <tbody>{{#attempts}}<tr><td data-label="Attempt" class="number">{{attempt}}</td><td data-label="Ended">{{ended}}</td>\
        <td data-label="Error">{{error}}</td></tr>{{/attempts}}</tbody></table></div>
        {{#earlier}}<p class="faint">These are the newest; 'polar-receiver events show' lists all.</p>{{/earlier}}
        {{/has_attempts}}
        <div class="actions">
        {{#can_replay}}<form method="post" action="/replay"><input type="hidden" name="form_token" value="{{form_token}}">\
        <input type="hidden" name="row" value="{{row}}"><input type="hidden" name="handler" value="{{handler}}">\
        <button class="first">Replay for {{handler}}</button></form>{{/can_replay}}
        {{#can_dismiss}}<form method="post" action="/dismiss"><input type="hidden" name="form_token" value="{{form_token}}">\
        <input type="hidden" name="row" value="{{row}}"><input type="hidden" name="handler" value="{{handler}}">\
        <button>Dismiss</button></form>{{/can_dismiss}}
        </div>
        {{/deliveries}}
        <h2>Headers</h2>
        <div class="table"><table><thead><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead>
        <tbody>{{#headers}}<tr><td><code>{{name}}</code></td><td><code>{{value}}</code></td></tr>{{/headers}}</tbody></table></div>
        <h2>Body</h2>
        {{#is_pruned}}<p class="faint">The body was removed by the retention rules.</p>{{/is_pruned}}
        {{^is_pruned}}<p>{{body_size}} bytes. It holds personal data, so looking at it is logged.</p>
        <p><a href="/messages/{{row}}/body">Show the body</a></p>{{/is_pruned}}

        """

    static let body = """
        <p><a href="/messages/{{row}}">Back to the message</a></p>
        <p><a href="/api/v1/messages/{{row}}/body">All bytes as they came</a></p>
        {{#note}}<p class="note">{{note}}</p>{{/note}}
        <pre tabindex="0" aria-label="Body">{{text}}</pre>

        """

    static let deadLetters = """
        {{#done}}<p class="note" role="status">{{done}}</p>{{/done}}
        <form class="filter" method="get" action="/dead-letters">
        <label>Handler<select name="handler"><option value="">any</option>
        {{#handlers}}<option value="{{name}}"{{#is_chosen}} selected{{/is_chosen}}>{{name}} ({{dead}})</option>{{/handlers}}</select></label>
        <button class="first">Show</button>
        </form>
        {{#has_letters}}
        <form method="post" action="/replay">
        <input type="hidden" name="form_token" value="{{form_token}}">
        <input type="hidden" name="handler" value="{{handler}}">
        <input type="hidden" name="state" value="dead">
        <input type="hidden" name="back" value="dead-letters">
        <div class="table"><table class="cards"><thead><tr><th scope="col">Choose</th><th scope="col">Received</th>\
        <th scope="col">Message</th><th scope="col">Handler</th><th scope="col">Error</th></tr></thead>
        <tbody>{{#letters}}<tr>
        <td data-label="Choose"><input type="checkbox" name="row" value="{{row}}" aria-label="Choose {{id}}"></td>
        <td data-label="Received"><time datetime="{{received}}">{{received_short}}</time></td>
        <td data-label="Message"><code>{{type}}</code><br><a href="/messages/{{row}}">{{id}}</a></td>
        <td data-label="Handler">{{#dead}}{{handler}} after attempt {{attempt}}<br>{{/dead}}</td>
        <td data-label="Error">{{#dead}}{{last_error}}<br>{{/dead}}</td></tr>{{/letters}}</tbody></table></div>
        <div class="actions">
        <button class="first">Replay the chosen</button>
        <button formaction="/dismiss">Dismiss the chosen</button>
        <button name="all" value="yes">Replay all {{total}}</button>
        </div>
        </form>
        {{/has_letters}}
        {{^has_letters}}<p class="faint">There are no dead letters.</p>{{/has_letters}}
        {{>pager}}

        """
}
